package com.faultmaven.reports.web;

import com.faultmaven.contracts.reports.v1.model.SubmitReportRequest;
import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.Violation;
import com.faultmaven.reports.ImportedReport;
import com.faultmaven.reports.Ingestion.Sent;
import com.faultmaven.reports.ReportStatus;
import com.faultmaven.web.contract.ContractSchemas;
import com.faultmaven.web.contract.ContractVersion;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads reports that stand open in a request, each by itself. */
@Component
class SentReports {

  private static final ContractVersion V1 = new ContractVersion("reports", "v1");
  private static final String SCHEMA = "SubmitReportRequest";

  private final ContractSchemas schemas;
  private final JsonMapper json;

  SentReports(ContractSchemas schemas, JsonMapper json) {
    this.schemas = schemas;
    this.json = json;
  }

  /** As the caller submits them now. */
  List<Sent> submitted(List<Object> reports, Caller caller) {
    return reports.stream().map(it -> submitted(tree(it), caller)).toList();
  }

  /** With what they have elsewhere. */
  List<Sent> imported(List<Object> reports) {
    return reports.stream().map(it -> imported(tree(it))).toList();
  }

  private Sent submitted(JsonNode report, Caller caller) {
    List<Violation> errors = schemas.check(V1, SCHEMA, report);
    return errors.isEmpty()
        ? new Sent(
            new ImportedReport(
                ReportRequests.newReport(request(report)),
                null,
                null,
                ReportStatus.ACTIVE,
                caller.userId(),
                null),
            errors)
        : new Sent(null, errors);
  }

  private Sent imported(JsonNode report) {
    if (!(report instanceof ObjectNode members)) {
      return new Sent(null, schemas.check(V1, SCHEMA, report));
    }
    BroughtMembers brought = BroughtMembers.takenFrom(members);
    List<Violation> errors = brought.and(schemas.check(V1, SCHEMA, members));
    return errors.isEmpty()
        ? new Sent(brought.with(ReportRequests.newReport(request(members))), errors)
        : new Sent(null, errors);
  }

  private SubmitReportRequest request(JsonNode report) {
    return json.treeToValue(report, SubmitReportRequest.class);
  }

  private JsonNode tree(Object report) {
    return json.valueToTree(report);
  }
}
