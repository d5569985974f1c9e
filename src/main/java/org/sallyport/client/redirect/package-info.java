/**
 * Where answers may go: redirect URIs (RFC 6749 §3.1.2), and when a sent one is a registered one.
 */
package org.sallyport.client.redirect;
