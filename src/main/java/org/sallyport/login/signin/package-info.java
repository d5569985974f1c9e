/** Where people are signed in, browser by browser, and how they end it themselves. */
package org.sallyport.login.signin;
