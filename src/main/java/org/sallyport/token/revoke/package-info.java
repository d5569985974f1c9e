/** Ending what was given: one grant or many, by person, by client, before a time. */
package org.sallyport.token.revoke;
