/** The command line's way to a server: credentials, a token (RFC 6749 §4.4), the REST API. */
package org.sallyport.cli.remote;
