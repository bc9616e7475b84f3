/** Puts the news domain's objects together from ports and configuration. */
@NullMarked
package io.lumia.news.wiring;

import org.jspecify.annotations.NullMarked;
