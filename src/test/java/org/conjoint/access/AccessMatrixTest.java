package org.conjoint.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AccessAnnotationChecker;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.security.Principal;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.aopalliance.intercept.MethodInvocation;
import org.conjoint.access.AccessMatrix.Who;
import org.conjoint.shared.UserId;
import org.conjoint.testing.PersistenceTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.aop.PointcutAdvisor;
import org.springframework.aop.framework.Advised;
import org.springframework.aop.framework.AopProxyUtils;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.expression.method.DefaultMethodSecurityExpressionHandler;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authorization.method.AuthorizationAdvisor;
import org.springframework.security.authorization.method.PreAuthorizeAuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.access.WebInvocationPrivilegeEvaluator;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.stereotype.Service;
import org.springframework.util.ClassUtils;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Walks every route, endpoint and service method with every role, by the checkers that guard the product. */
@PersistenceTest
class AccessMatrixTest {

    private static final String PRODUCT = "org.conjoint";

    @Autowired
    ApplicationContext context;

    @Autowired
    WebInvocationPrivilegeEvaluator doors;

    @Autowired
    List<RequestMappingHandlerMapping> mappings;

    private final AccessMatrix matrix = AccessMatrix.load();

    @Test
    void every_route_lets_in_whom_the_matrix_says() {
        var checker = new AccessAnnotationChecker();
        var found = new TreeMap<String, Who>();
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Route.class));
        for (var candidate : scanner.findCandidateComponents(PRODUCT)) {
            var view = load(candidate.getBeanClassName());
            var who = who(caller -> checker.hasAccess(view, caller.isSignedIn() ? caller : null, caller::hasRole));
            found.put("/" + view.getAnnotation(Route.class).value(), who);
        }
        assertThat(found).isNotEmpty();
        assertThat(matrix.differences("routes", found)).isEmpty();
    }

    @Test
    void every_endpoint_lets_in_whom_the_matrix_says() {
        var found = new TreeMap<String, Who>();
        for (var mapping : mappings) {
            mapping.getHandlerMethods().forEach((request, handler) -> {
                if (handler.getBeanType().getName().startsWith(PRODUCT)) {
                    var methods = request.getMethodsCondition().getMethods();
                    for (var path : request.getPatternValues()) {
                        for (var method : methods.isEmpty() ? List.of("GET") : methods) {
                            found.put(method + " " + path, endpoint(path, HttpMethod.valueOf(method.toString())));
                        }
                    }
                }
            });
        }
        assertThat(matrix.differences("endpoints", found)).isEmpty();
    }

    @Test
    void every_service_method_lets_in_whom_the_matrix_says() {
        var found = new TreeMap<String, Who>();
        for (var name : context.getBeanNamesForType(Object.class, false, false)) {
            var type = context.getType(name, false);
            if (type != null && isService(ClassUtils.getUserClass(type))) {
                found.putAll(methods(context.getBean(name)));
            }
        }
        assertThat(found).isNotEmpty();
        assertThat(matrix.differences("services", found)).isEmpty();
    }

    private Who endpoint(String path, HttpMethod method) {
        var address = path.replaceAll("\\{[^/]*}", "x").replace("**", "x");
        return who(caller -> doors.isAllowed("", address, method.name(), caller.authentication()));
    }

    /** What a service lets in, method by method; overloads count as one and must agree. */
    private Map<String, Who> methods(Object bean) {
        var type = AopUtils.getTargetClass(bean);
        var guard = new PreAuthorizeAuthorizationManager();
        var expressions = new DefaultMethodSecurityExpressionHandler();
        expressions.setApplicationContext(context);
        guard.setExpressionHandler(expressions);
        var found = new LinkedHashMap<String, Who>();
        for (var method : type.getDeclaredMethods()) {
            if (!Modifier.isPublic(method.getModifiers())
                    || method.isSynthetic()
                    || Modifier.isStatic(method.getModifiers())) {
                continue;
            }
            var invocation = new Call(bean, method);
            var open = guard.authorize(Caller.ANONYMOUS::authentication, invocation) == null;
            var who = open
                    ? Who.INNER
                    : who(caller ->
                            guard.authorize(caller::authentication, invocation).isGranted());
            if (!open) {
                assertThat(isGuarded(bean, method))
                        .as("%s is behind method security", method)
                        .isTrue();
            }
            var before = found.put(type.getSimpleName() + "." + method.getName(), who);
            assertThat(before == null || before.equals(who))
                    .as("all methods %s.%s let in the same", type, method.getName())
                    .isTrue();
        }
        return found;
    }

    private static boolean isGuarded(Object bean, Method method) {
        return bean instanceof Advised advised
                && Arrays.stream(advised.getAdvisors())
                        .anyMatch(advisor -> advisor instanceof PointcutAdvisor guard
                                && guard.getAdvice() instanceof AuthorizationAdvisor
                                && guard.getPointcut().getMethodMatcher().matches(method, method.getDeclaringClass()));
    }

    /** Services, whoever may see their class, and public components: what other modules can call. */
    private static boolean isService(Class<?> type) {
        if (!type.getName().startsWith(PRODUCT + ".")) {
            return false;
        }
        return AnnotatedElementUtils.hasAnnotation(type, Service.class)
                || (Modifier.isPublic(type.getModifiers())
                        && AnnotatedElementUtils.hasAnnotation(type, Component.class)
                        && !AnnotatedElementUtils.hasAnnotation(type, Controller.class)
                        && !AnnotatedElementUtils.hasAnnotation(type, Configuration.class));
    }

    private static Who who(Predicate<Caller> isLetIn) {
        var roles = EnumSet.noneOf(Role.class);
        for (var role : Role.values()) {
            if (isLetIn.test(Caller.with(role))) {
                roles.add(role);
            }
        }
        return Who.of(isLetIn.test(Caller.ANONYMOUS), roles);
    }

    private static Class<?> load(@Nullable String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    /** Someone with one role, or nobody. */
    private record Caller(Authentication authentication, boolean isSignedIn) implements Principal {

        static final Caller ANONYMOUS = new Caller(
                new AnonymousAuthenticationToken("key", "nobody", AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS")),
                false);

        static Caller with(Role role) {
            var data = new AccountData("caller", "Caller", Set.of(role), AccountKind.PERSON, "en");
            var account = new Account(new UserId(1), 1, true, false, data);
            return new Caller(Impersonation.authentication(new SignedIn(account, null)), true);
        }

        boolean hasRole(String role) {
            return AuthorityUtils.authorityListToSet(authentication.getAuthorities())
                    .contains("ROLE_" + role);
        }

        @Override
        public String getName() {
            return authentication.getName();
        }
    }

    /** A call that is only judged, never made. */
    private record Call(Object bean, Method method) implements MethodInvocation {

        @Override
        public Method getMethod() {
            return method;
        }

        @Override
        public @Nullable Object[] getArguments() {
            return new Object[method.getParameterCount()];
        }

        @Override
        public Object proceed() {
            throw new AssertionError("The call is only judged");
        }

        @Override
        public Object getThis() {
            return AopProxyUtils.getSingletonTarget(bean) instanceof Object target ? target : bean;
        }

        @Override
        public Method getStaticPart() {
            return method;
        }
    }
}
