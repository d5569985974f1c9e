/** The token endpoint and its grants (RFC 6749 §3.2); each grant is one bean. */
package org.sallyport.grant;
