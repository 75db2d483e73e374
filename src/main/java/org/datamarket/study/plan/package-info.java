/** What a study will take: its dry run and estimates. Never: carrying out a run of it. */
package org.datamarket.study.plan;
