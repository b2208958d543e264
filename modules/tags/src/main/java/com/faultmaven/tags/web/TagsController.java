package com.faultmaven.tags.web;

import com.faultmaven.cases.CaseId;
import com.faultmaven.contracts.cases.v2.api.TagsApi;
import com.faultmaven.contracts.cases.v2.model.AddTagsRequest;
import com.faultmaven.contracts.cases.v2.model.CaseTags;
import com.faultmaven.contracts.cases.v2.model.RenameTagRequest;
import com.faultmaven.contracts.cases.v2.model.RenameTagResult;
import com.faultmaven.contracts.cases.v2.model.ReplaceTagsRequest;
import com.faultmaven.contracts.cases.v2.model.TagList;
import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.IfMatch;
import com.faultmaven.kernel.paging.Paging;
import com.faultmaven.tags.RenamedTag;
import com.faultmaven.tags.Tag;
import com.faultmaven.tags.TagCommands;
import com.faultmaven.tags.TagQueries;
import com.faultmaven.tags.TagRenaming;
import com.faultmaven.tags.TaggedCase;
import com.faultmaven.web.idempotency.InSteps;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** The operations tagged Tags. */
@RestController
class TagsController implements TagsApi {

  private final TagCommands commands;
  private final TagRenaming renaming;
  private final TagQueries queries;

  TagsController(TagCommands commands, TagRenaming renaming, TagQueries queries) {
    this.commands = commands;
    this.renaming = renaming;
    this.queries = queries;
  }

  @Override
  public ResponseEntity<CaseTags> getCaseTags(String caseId) {
    return answer(queries.ofCase(CaseId.of(caseId), Caller.current()));
  }

  @Override
  public ResponseEntity<CaseTags> addCaseTags(
      String caseId, AddTagsRequest request, @Nullable String ifMatch) {
    List<Tag> more = TagRequests.tags(request.getTags());
    return answer(commands.add(CaseId.of(caseId), more, IfMatch.of(ifMatch), Caller.current()));
  }

  @Override
  public ResponseEntity<CaseTags> replaceCaseTags(
      String caseId, ReplaceTagsRequest request, @Nullable String ifMatch) {
    var wanted = new com.faultmaven.tags.CaseTags(TagRequests.tags(request.getTags()));
    return answer(
        commands.replace(CaseId.of(caseId), wanted, IfMatch.of(ifMatch), Caller.current()));
  }

  @Override
  public ResponseEntity<Void> removeCaseTag(String caseId, String tag, @Nullable String ifMatch) {
    TaggedCase left =
        commands.remove(CaseId.of(caseId), new Tag(tag), IfMatch.of(ifMatch), Caller.current());
    return ResponseEntity.noContent().eTag(left.version().tag()).build();
  }

  @Override
  public ResponseEntity<TagList> listTags(
      @Nullable String prefix, Integer limit, @Nullable Integer offset, @Nullable String cursor) {
    Paging paging = Paging.of(limit, offset, cursor);
    return ResponseEntity.ok(
        TagResponses.tags(queries.list(TagRequests.prefix(prefix), paging, Caller.current())));
  }

  @Override
  @InSteps
  public ResponseEntity<RenameTagResult> renameTag(String tag, RenameTagRequest request) {
    RenamedTag renamed =
        renaming.rename(new Tag(tag), new Tag(request.getNewTag()), Caller.current());
    return ResponseEntity.ok(TagResponses.of(renamed));
  }

  private static ResponseEntity<CaseTags> answer(TaggedCase tagged) {
    return ResponseEntity.ok().eTag(tagged.version().tag()).body(TagResponses.of(tagged));
  }
}
