package io.lumia.platform.web;

/** What came of a request. */
public sealed interface WebResult permits WebResponse, WebFailure {}
