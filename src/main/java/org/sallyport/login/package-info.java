/** Logging people in: sessions, the flow that a browser carries through a login, the pages. */
package org.sallyport.login;
