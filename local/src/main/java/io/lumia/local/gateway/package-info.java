/**
 * API Gateway in this process: {@link io.lumia.local.gateway.ApiGateway} listens on a loopback port,
 * {@link io.lumia.local.gateway.ProxyEvents} turns requests into the events a Lambda behind API Gateway gets, and its
 * answers back.
 */
@NullMarked
package io.lumia.local.gateway;

import org.jspecify.annotations.NullMarked;
