/** Tokens: what a grant entitles to, how it is written, shown alive, and revoked. */
package org.sallyport.token;
