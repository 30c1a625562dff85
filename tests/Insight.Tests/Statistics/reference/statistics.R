# The reference values of the tests beside this folder, from an independent implementation.
# R 4.2.2 with survival 3.5.3 (Debian: r-base-core, r-cran-survival):  Rscript statistics.R
library(survival)
show <- function(what, ...) cat(what, ":", paste(formatC(c(...), digits = 8, format = "g", flag = "#"), collapse = "  "), "\n")
z90 <- qnorm(0.95)

cat("\n# ProportionsTests\n")
for (x in list(c(81, 263), c(15, 148), c(0, 20), c(1, 29)))
  show(paste("Wilson 95 %", x[1], "of", x[2]), prop.test(x[1], x[2], correct = FALSE)$conf.int)
show("Wilson 90 % 12 of 20", prop.test(12, 20, correct = FALSE, conf.level = 0.9)$conf.int)
for (x in list(c(0, 7), c(1, 7), c(2, 7), c(3, 7)))
  show(paste("Jeffreys 95 %", x[1], "of", x[2]),
    if (x[1] == 0) 0 else qbeta(0.025, x[1] + 0.5, x[2] - x[1] + 0.5),
    if (x[1] == x[2]) 1 else qbeta(0.975, x[1] + 0.5, x[2] - x[1] + 0.5))

cat("\n# BetaBinomialTests\n")
families <- c(3, 24, 104, 286, 670, 1033, 1343, 1112, 829, 478, 181, 45, 7); boys <- 0:12
loglik <- function(p) -sum(families * (lbeta(exp(p[1]) + boys, exp(p[2]) + 12 - boys) - lbeta(exp(p[1]), exp(p[2]))))
best <- optim(log(c(30, 30)), loglik, method = "BFGS", control = list(reltol = 1e-15, maxit = 1000)); a <- exp(best$par)
show("Saxony: alpha, beta, mean, strength", a, a[1] / sum(a), sum(a))
show("shrunk 2 of 10 toward m = 0.4, k = 20: value, 90 %", (2 + 8) / 30, qbeta(c(0.05, 0.95), 10, 20))
show("ten groups of 20 in 50, k = 500, m = 0.4: 90 %", qbeta(c(0.05, 0.95), 20 + 200, 30 + 300))

cat("\n# GammaPoissonTests\n")
mites <- rep(0:7, c(70, 38, 17, 10, 9, 3, 2, 1))
nll <- function(p) -sum(dnbinom(mites, size = exp(p[1]), mu = exp(p[2]), log = TRUE))
best <- optim(c(0, 0), nll, method = "BFGS", control = list(reltol = 1e-15, maxit = 1000))
show("mites: mean, shape", exp(best$par[2]), exp(best$par[1]))
show("10 events in 4, mean 2, shape 6: value, 90 %", 16 / 7, qgamma(c(0.05, 0.95), 16, 7))
show("nothing seen, mean 1, shape 1: 90 %", qgamma(c(0.05, 0.95), 1, 1))

cat("\n# NormalNormalTests\n")
y <- c(-0.8893, -1.5854, -1.3481, -1.4416, -0.2175, -0.7861, -1.6209, 0.0120, -0.4694, -1.3713, -0.3394, 0.4459, -0.0173)
v <- c(0.3256, 0.1946, 0.4154, 0.0200, 0.0512, 0.0069, 0.2230, 0.0040, 0.0564, 0.0730, 0.0124, 0.5325, 0.0714)
q <- function(t) { w <- 1 / (v + t); m <- sum(w * y) / sum(w); sum(w * (y - m)^2) - (length(y) - 1) }
t2 <- uniroot(q, c(0, 10), tol = 1e-12)$root; w <- 1 / (v + t2)
show("BCG: Paule-Mandel spread, mean, variance of the mean", t2, sum(w * y) / sum(w), 1 / sum(w))
show("BCG: Cochran Q, p", q(0) + 12, pchisq(q(0) + 12, 12, lower.tail = FALSE))
e <- c(28, 8, -3, 7, -1, 1, 18, 12); s <- c(15, 10, 16, 11, 9, 11, 10, 18)^2
m <- sum(e / s) / sum(1 / s); Q <- sum((e - m)^2 / s)
show("eight schools: mean, its variance, Q, p", m, 1 / sum(1 / s), Q, pchisq(Q, 7, lower.tail = FALSE))

cat("\n# HeterogeneityTests\n")
two <- chisq.test(matrix(c(30, 50, 70, 50), 2), correct = FALSE); show("30 and 50 of 100: chi2, p", two$statistic, two$p.value)
show("10 and 20 events in equal time: chi2, p", sum((c(10, 20) - 15)^2 / 15), pchisq(10 / 3, 1, lower.tail = FALSE))
x <- c(6, 8, 4, 5, 3, 4, 8, 12, 9, 11, 6, 8, 13, 9, 11, 8, 7, 12); g <- factor(rep(1:3, each = 6))
f <- summary(aov(x ~ g))[[1]]; show("analysis of variance: F, p", f$`F value`[1], f$`Pr(>F)`[1])

cat("\n# Leukaemia: DurationsTests and HeterogeneityTests\n")
treated <- data.frame(t = c(6, 6, 6, 7, 10, 13, 16, 22, 23, 6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35), d = rep(1:0, c(9, 12)))
placebo <- data.frame(t = c(1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23), d = 1)
km <- survfit(Surv(t, d) ~ 1, treated, conf.type = "log-log", conf.int = 0.9)
k <- summary(km); print(data.frame(time = k$time, share = k$surv, error = k$std.err, low = k$lower, high = k$upper), digits = 6)
show("median, 95 %", quantile(survfit(Surv(t, d) ~ 1, treated, conf.type = "log-log"), 0.5) |> unlist())
show("median, 90 %", quantile(km, 0.5) |> unlist())
show("restricted mean to 35 and its error", summary(km, rmean = 35)$table[c("rmean", "se(rmean)")])
both <- rbind(cbind(treated, g = 1), cbind(placebo, g = 2)); lr <- survdiff(Surv(t, d) ~ g, both)
show("log-rank: chi2, p", lr$chisq, pchisq(lr$chisq, 1, lower.tail = FALSE))

cat("\n# Competing causes: relapse up to week 10 as cause 1, later relapse as cause 2, both groups together\n")
both$cause <- factor(ifelse(both$d == 0, 0, ifelse(seq_len(nrow(both)) %% 3 == 0, 2, 1)), 0:2, c("open", "one", "two"))
aj <- summary(survfit(Surv(t, cause) ~ 1, both, conf.type = "log-log", conf.int = 0.9), times = c(5, 10, 20))
for (i in 1:3) show(paste("week", aj$time[i], "cause one: share, error, low, high"), aj$pstate[i, 2], aj$std.err[i, 2], aj$lower[i, 2], aj$upper[i, 2])
for (i in 1:3) show(paste("week", aj$time[i], "cause two: share, error, low, high"), aj$pstate[i, 3], aj$std.err[i, 3], aj$lower[i, 3], aj$upper[i, 3])
five <- data.frame(t = c(1, 2, 2, 3, 4), cause = factor(c(1, 2, 0, 1, 0), 0:2))
print(summary(survfit(Surv(t, cause) ~ 1, five))$pstate)

cat("\n# Late entries: ages 2 (won), 3 (entered at 2.5, lost), 4 (won), 5 (open)\n")
late <- summary(survfit(Surv(c(0, 2.5, 0, 0), c(2, 3, 4, 5), c(1, 1, 1, 0)) ~ 1)); show("at risk, share", late$n.risk, late$surv)
show("won-only example: restricted mean to 90", summary(survfit(Surv(c(10, 20, 60, 80, 90), c(1, 1, 1, 0, 1)) ~ 1), rmean = 90)$table["rmean"])

cat("\n# LogValuesTests: logs 1 2 3 and 3 4 5\n")
a <- c(1, 2, 3); b <- c(3, 4, 5); within <- (var(a) + var(b)) / 2
spread <- var(c(mean(a), mean(b))) - within / 3; pull <- (within / 3) / (within / 3 + spread)
show("within, spread, pull, smearing", within, spread, pull, mean(exp(c(a - 2, b - 4))))

cat("\n# FalseDiscoveryTests\n")
p <- c(0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0000)
show("adjusted", p.adjust(p, "BH"))
