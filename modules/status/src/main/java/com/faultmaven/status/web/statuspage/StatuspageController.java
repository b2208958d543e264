package com.faultmaven.status.web.statuspage;

import com.faultmaven.status.page.Notice;
import com.faultmaven.status.page.NoticeReads;
import com.faultmaven.status.page.NoticeScope;
import com.faultmaven.status.page.PageReads;
import com.faultmaven.status.page.PublicPage;
import com.faultmaven.status.web.page.PageAddress;
import com.faultmaven.status.web.page.PageAnswers;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What clients of Statuspage ask a page for. */
@RestController
@CrossOrigin(exposedHeaders = {"ETag", "X-Error-Code"})
@RequestMapping({"/status/api/v2", "/status/o/{organization}/api/v2"})
class StatuspageController {

  private final PageAnswers answers;
  private final PageReads pages;
  private final NoticeReads notices;

  StatuspageController(PageAnswers answers, PageReads pages, NoticeReads notices) {
    this.answers = answers;
    this.pages = pages;
    this.notices = notices;
  }

  @GetMapping("/summary.json")
  ResponseEntity<byte[]> summary(@PathVariable(required = false) @Nullable String organization) {
    return answer(
        organization,
        "summary",
        NoticeScope.current(),
        form -> form.withComponents().withIncidents().withMaintenances().withStatus());
  }

  @GetMapping("/status.json")
  ResponseEntity<byte[]> status(@PathVariable(required = false) @Nullable String organization) {
    return answer(organization, "status", null, StatuspageForm::withStatus);
  }

  @GetMapping("/components.json")
  ResponseEntity<byte[]> components(@PathVariable(required = false) @Nullable String organization) {
    return answer(organization, "components", null, StatuspageForm::withComponents);
  }

  @GetMapping("/incidents.json")
  ResponseEntity<byte[]> incidents(@PathVariable(required = false) @Nullable String organization) {
    return answer(
        organization, "incidents", NoticeScope.incidents(), StatuspageForm::withIncidents);
  }

  @GetMapping("/incidents/unresolved.json")
  ResponseEntity<byte[]> unresolved(@PathVariable(required = false) @Nullable String organization) {
    return answer(
        organization, "unresolved", NoticeScope.unresolved(), StatuspageForm::withIncidents);
  }

  @GetMapping("/scheduled-maintenances.json")
  ResponseEntity<byte[]> maintenances(
      @PathVariable(required = false) @Nullable String organization) {
    return answer(
        organization, "maintenances", NoticeScope.maintenances(), StatuspageForm::withMaintenances);
  }

  @GetMapping("/scheduled-maintenances/upcoming.json")
  ResponseEntity<byte[]> upcoming(@PathVariable(required = false) @Nullable String organization) {
    return answer(
        organization, "upcoming", NoticeScope.upcoming(), StatuspageForm::withMaintenances);
  }

  @GetMapping("/scheduled-maintenances/active.json")
  ResponseEntity<byte[]> active(@PathVariable(required = false) @Nullable String organization) {
    return answer(organization, "active", NoticeScope.active(), StatuspageForm::withMaintenances);
  }

  private ResponseEntity<byte[]> answer(
      @Nullable String organization,
      String name,
      @Nullable NoticeScope scope,
      UnaryOperator<StatuspageForm> members) {
    PageAddress address = PageAddress.of(organization);
    return answers.get(
        address,
        name + ".json",
        () -> {
          PublicPage page = pages.get(address.organization());
          List<Notice> found =
              scope == null ? List.of() : notices.get(address.organization(), scope).notices();
          return members.apply(new StatuspageForm(page, found, address)).copy();
        });
  }
}
