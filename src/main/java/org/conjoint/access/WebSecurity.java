package org.conjoint.access;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.pathPattern;

import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.filter.OncePerRequestFilter;

/** The doors of the console: pages with form sign-in, media behind the same session, REST with tokens. */
@Configuration
@ConditionalOnWebApplication
class WebSecurity {

    static final String SIGN_IN = "/sign-in";

    private static final String NOTHING_ALLOWED = String.join(
            ", ",
            "accelerometer=()",
            "browsing-topics=()",
            "camera=()",
            "display-capture=()",
            "geolocation=()",
            "gyroscope=()",
            "magnetometer=()",
            "microphone=()",
            "midi=()",
            "payment=()",
            "usb=()");

    @Bean
    @Order(1)
    SecurityFilterChain rest(
            HttpSecurity http, ServiceTokens tokens, GuardedSignIn signIn, AccountVersions versions, PageHeaders pages)
            throws Exception {
        return http.securityMatcher("/api/**")
                .authenticationProvider(signIn)
                .authorizeHttpRequests(requests -> requests.anyRequest().hasAnyRole(Roles.DATA_ENGINEER, Roles.ADMIN))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .csrf(csrf -> csrf.ignoringRequestMatchers(request -> request.getHeader("Authorization") != null))
                .requestCache(cache -> cache.disable())
                .httpBasic(basic -> basic.authenticationEntryPoint(ApiRefusals::unauthenticated))
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(ApiRefusals::unauthenticated)
                        .accessDeniedHandler(ApiRefusals::forbidden))
                .addFilterBefore(new BearerTokens(tokens), UsernamePasswordAuthenticationFilter.class)
                .addFilterBefore(new FreshAccounts(versions), AuthorizationFilter.class)
                .headers(headers -> headers(headers, pages))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(
            HttpSecurity http, GuardedSignIn signIn, SessionAudit audit, AccountVersions versions, PageHeaders pages)
            throws Exception {
        http.authenticationProvider(signIn)
                .authorizeHttpRequests(requests -> requests.requestMatchers("/themes/**", "/conjoint/**")
                        .permitAll()
                        .requestMatchers("/media/**")
                        .authenticated())
                .exceptionHandling(refusals -> refusals.defaultAuthenticationEntryPointFor(
                                new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), pathPattern("/media/**"))
                        .defaultAuthenticationEntryPointFor(new ExpiryAware(), request -> true))
                .addFilterBefore(new FreshAccounts(versions), UsernamePasswordAuthenticationFilter.class)
                .addFilterBefore(new SameSiteSignIn(), UsernamePasswordAuthenticationFilter.class)
                .headers(headers -> headers(headers, pages))
                .with(
                        VaadinSecurityConfigurer.vaadin(),
                        vaadin -> vaadin.loginView(SIGN_IN, SIGN_IN + "?bye")
                                .addLogoutHandler(audit)
                                .anyRequest(any -> any.authenticated()));
        return http.formLogin(form -> form.failureHandler(new SignInFailure())).build();
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers, PageHeaders pages) {
        headers.withObjectPostProcessor(new ObjectPostProcessor<HeaderWriterFilter>() {
                    @Override
                    public <F extends HeaderWriterFilter> F postProcess(F filter) {
                        // Pages are forwarded inside the server, which commits them before headers would be written.
                        filter.setShouldWriteHeadersEagerly(true);
                        return filter;
                    }
                })
                .addHeaderWriter(pages)
                .cacheControl(HeadersConfigurer.CacheControlConfig::disable)
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(permissions -> permissions.policy(NOTHING_ALLOWED))
                .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .httpStrictTransportSecurity(hsts -> hsts.includeSubDomains(false)
                        .maxAgeInSeconds(Duration.ofDays(365).toSeconds()));
    }

    /** Sends to the sign-in page, which then knows whether a session has run out. */
    private static final class ExpiryAware implements AuthenticationEntryPoint {

        private final AuthenticationEntryPoint fresh = new LoginUrlAuthenticationEntryPoint(SIGN_IN);
        private final AuthenticationEntryPoint expired = new LoginUrlAuthenticationEntryPoint(SIGN_IN + "?expired");

        @Override
        public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException problem)
                throws IOException, ServletException {
            var ranOut = request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid();
            (ranOut ? expired : fresh).commence(request, response, problem);
        }
    }

    /** Refuses sign-ins that another site's page sends, so that nobody is signed in to a stranger's account. */
    private static final class SameSiteSignIn extends OncePerRequestFilter {

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws IOException, ServletException {
            var site = request.getHeader("Sec-Fetch-Site");
            if (HttpMethod.POST.matches(request.getMethod())
                    && SIGN_IN.equals(request.getServletPath())
                    && site != null
                    && !site.equals("same-origin")
                    && !site.equals("none")) {
                response.sendError(HttpServletResponse.SC_FORBIDDEN, "Sign in from the console's own page");
                return;
            }
            chain.doFilter(request, response);
        }
    }
}
