package com.faultmaven.__name__.web;

import com.faultmaven.__name__.Entry;
import com.faultmaven.__name__.__Name__Commands;
import com.faultmaven.contracts.__name__.v1.api.__Name__Api;
import com.faultmaven.contracts.__name__.v1.model.AddEntryRequest;
import com.faultmaven.contracts.__name__.v1.model.EntryResponse;
import com.faultmaven.kernel.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** The operations tagged __Name__. */
@RestController
class __Name__Controller implements __Name__Api {

  private final __Name__Commands commands;

  __Name__Controller(__Name__Commands commands) {
    this.commands = commands;
  }

  @Override
  public ResponseEntity<EntryResponse> addEntry(AddEntryRequest request) {
    Entry added = commands.add(request.getText(), Caller.current());
    return ResponseEntity.status(HttpStatus.CREATED)
        .body(new EntryResponse().entryId(added.id().value()).text(added.text()));
  }
}
