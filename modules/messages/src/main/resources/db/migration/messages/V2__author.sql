-- the messages of a user whose data is deleted
create index messages_by_author on messages.messages (author_id);
