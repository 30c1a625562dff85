namespace Coxswain.Insight.Tests.Statistics;

internal static class Draw
{
    public static T[] Many<T>(int count, Func<T> one) => [.. Enumerable.Range(0, count).Select(_ => one())];
}
