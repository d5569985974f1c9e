/** Lists of any length: searched, sorted and paged by the database, with their state in the URL. */
package org.sallyport.admin.list;
