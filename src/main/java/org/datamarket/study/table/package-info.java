/** The tables of a study, written from its outcomes and read back from its folder. */
package org.datamarket.study.table;
