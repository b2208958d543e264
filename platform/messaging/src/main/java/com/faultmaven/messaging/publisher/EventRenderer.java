package com.faultmaven.messaging.publisher;

import com.faultmaven.messaging.OlderForm;
import com.faultmaven.messaging.WithBroker;
import com.faultmaven.messaging.log.LoggedEvent;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Renders an event for each channel it is published in: its own, and those of its {@linkplain
 * OlderForm older forms}.
 */
@WithBroker
@Component
class EventRenderer {

  private final List<OlderForm> olderForms;
  private final JsonMapper json;

  EventRenderer(ObjectProvider<OlderForm> olderForms, JsonMapper json) {
    this.olderForms = olderForms.orderedStream().toList();
    this.json = json;
  }

  /**
   * An event in the form of one channel.
   *
   * @param payload as any reader of JSON can read it, whatever the log holds
   */
  record EventRendering(String schemaVersion, JsonNode payload) {}

  /** Where an event is published, the older forms first. */
  List<String> channelsOf(LoggedEvent event) {
    return Stream.concat(olderFormsOf(event).map(OlderForm::channel), Stream.of(event.channel()))
        .toList();
  }

  /**
   * An event in the form of a channel.
   *
   * @throws RuntimeException if what the log holds does not have that form
   */
  EventRendering in(String channel, LoggedEvent event) {
    if (channel.equals(event.channel())) {
      return new EventRendering(event.schemaVersion(), json.readTree(event.payload()));
    }
    return olderFormsOf(event)
        .filter(form -> form.channel().equals(channel))
        .findAny()
        .map(form -> rendering(form, event))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no " + channel + " of a " + event.channel()));
  }

  private EventRendering rendering(OlderForm form, LoggedEvent event) {
    return new EventRendering(
        form.schemaVersion(), json.valueToTree(form.payload(event.payload())));
  }

  private Stream<OlderForm> olderFormsOf(LoggedEvent event) {
    return olderForms.stream().filter(form -> form.newerChannel().equals(event.channel()));
  }
}
