package com.faultmaven.escalations.web;

import com.faultmaven.contracts.escalations.v1.api.ContactsApi;
import com.faultmaven.contracts.escalations.v1.model.AddContactRequest;
import com.faultmaven.contracts.escalations.v1.model.Contact;
import com.faultmaven.contracts.escalations.v1.model.ContactList;
import com.faultmaven.contracts.escalations.v1.model.UpdateContactRequest;
import com.faultmaven.escalations.Contacts;
import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.IfMatch;
import com.faultmaven.kernel.paging.Page;
import com.faultmaven.kernel.paging.Paging;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** The operations tagged Contacts. */
@RestController
class ContactsController implements ContactsApi {

  private final Contacts contacts;

  ContactsController(Contacts contacts) {
    this.contacts = contacts;
  }

  @Override
  public ResponseEntity<ContactList> listContacts(
      Integer limit, @Nullable Integer offset, @Nullable String cursor) {
    Page<com.faultmaven.escalations.Contact> page =
        contacts.list(Paging.of(limit, offset, cursor), Caller.current());
    return ResponseEntity.ok(
        new ContactList()
            .contacts(page.rows().stream().map(ContactBodies::response).toList())
            .total(page.total())
            .limit(page.asked().limit())
            .offset(page.offset())
            .nextCursor(page.nextCursor()));
  }

  @Override
  public ResponseEntity<Contact> addContact(AddContactRequest request) {
    com.faultmaven.escalations.Contact added =
        contacts.add(ContactBodies.details(request), Caller.current());
    return ResponseEntity.created(URI.create("/api/v1/escalation-contacts/" + added.id()))
        .eTag(added.version().tag())
        .body(ContactBodies.response(added));
  }

  @Override
  public ResponseEntity<Contact> getContact(String contactId) {
    return answer(contacts.get(contactId, Caller.current()));
  }

  @Override
  public ResponseEntity<Contact> updateContact(
      String contactId, UpdateContactRequest request, @Nullable String ifMatch) {
    return answer(
        contacts.edit(
            contactId, ContactBodies.edit(request), IfMatch.of(ifMatch), Caller.current()));
  }

  @Override
  public ResponseEntity<Void> deleteContact(String contactId, @Nullable String ifMatch) {
    contacts.delete(contactId, IfMatch.of(ifMatch), Caller.current());
    return ResponseEntity.noContent().build();
  }

  private static ResponseEntity<Contact> answer(com.faultmaven.escalations.Contact contact) {
    return ResponseEntity.ok().eTag(contact.version().tag()).body(ContactBodies.response(contact));
  }
}
