/** The tables of results: runs, points, rounds. */
package org.datamarket.study.table;
