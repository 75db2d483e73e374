/**
 * Progressive second price where data needs several resources at once, got at all of a route or
 * worth nothing; the routes of data markets; what is measured of it. Never: reading files.
 */
package org.datamarket.mechanism.routes;
