/** The audit in the database: one row an event, added and, after its time, deleted. */
package org.sallyport.audit.trail;
