package org.sallyport.token;

import java.util.UUID;

/** What a refresh token says: its grant and which generation of that grant's tokens it is. */
public record RefreshToken(UUID grantId, int generation) {}
