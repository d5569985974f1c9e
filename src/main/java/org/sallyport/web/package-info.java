/** What every request passes: headers, limits, cookies, CSRF, throttling, errors, metadata. */
package org.sallyport.web;
