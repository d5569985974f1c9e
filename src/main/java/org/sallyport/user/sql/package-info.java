/** People in a table of another system, found by settings alone. */
package org.sallyport.user.sql;
