/** The protocols and their attacks over HTTP against a real server, on each kind of container. */
package org.sallyport.http;
