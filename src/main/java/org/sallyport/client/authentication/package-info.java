/** How clients prove who they are (RFC 6749 §2.3); each method is one bean. */
package org.sallyport.client.authentication;
