package org.example.notes;

import java.time.Instant;
import java.util.List;

/** What the authorization server says of a living token. */
public record Token(String subject, List<String> scopes, Instant end) {}
