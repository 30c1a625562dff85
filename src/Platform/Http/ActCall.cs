using System.Linq.Expressions;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
namespace Coxswain.Platform.Http;

/// <summary>
/// An act as routes call it: a static method whose parameter named <c>input</c> is what was asked and whose other parameters are
/// services. Checked when the route is mapped; compiled when it is first called, since hundreds of them would hold up the start.
/// </summary>
internal sealed class ActCall
{
    private readonly Lazy<Func<object?, HttpContext, Task<IOutcome>>> _call;

    /// <summary>What it asks for, or null for an act without input.</summary>
    public Type? InputType { get; }

    /// <summary>What it answers with.</summary>
    public Type ViewType { get; }

    /// <summary>What it is called: its class, and its method where that says more.</summary>
    public string Name { get; }

    /// <exception cref="ArgumentException">The method does not answer with a Task of Outcome.</exception>
    public ActCall(Delegate act)
    {
        var method = act.Method;
        if (method.ReturnType is not { IsGenericType: true } task || task.GetGenericTypeDefinition() != typeof(Task<>) || task.GenericTypeArguments[0] is not { IsGenericType: true } outcome || outcome.GetGenericTypeDefinition() != typeof(Outcome<>))
            throw new ArgumentException($"{method.DeclaringType?.Name}.{method.Name} has to answer with Task<Outcome<T>>.");
        ViewType = outcome.GenericTypeArguments[0];
        Name = method.Name is "Do" or "Read" ? method.DeclaringType!.Name : $"{method.DeclaringType!.Name}.{method.Name}";
        InputType = method.GetParameters().FirstOrDefault(IsInput)?.ParameterType;
        _call = new(() => Compile(act, ViewType));
    }

    /// <summary>A No as the act would have answered it.</summary>
    public IOutcome Refuse(Refusal no) => (IOutcome)typeof(ActCall).GetMethod(nameof(Refused), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!.MakeGenericMethod(ViewType).Invoke(null, [no])!;

    private static IOutcome Refused<T>(Refusal no) => (Outcome<T>)no;

    public Task<IOutcome> CallAsync(object? input, HttpContext http) => _call.Value(input, http);

    private static bool IsInput(System.Reflection.ParameterInfo parameter) => parameter.Name is "input" or "_";

    private static Func<object?, HttpContext, Task<IOutcome>> Compile(Delegate act, Type view)
    {
        var input = Expression.Parameter(typeof(object));
        var http = Expression.Parameter(typeof(HttpContext));
        var arguments = act.Method.GetParameters().Select(p => Argument(p, input, http));
        var call = Expression.Call(act.Target is null ? null : Expression.Constant(act.Target), act.Method, arguments);
        var widen = typeof(ActCall).GetMethod(nameof(WidenAsync), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!.MakeGenericMethod(view);
        return Expression.Lambda<Func<object?, HttpContext, Task<IOutcome>>>(Expression.Call(widen, call), input, http).Compile();
    }

    private static Expression Argument(System.Reflection.ParameterInfo parameter, Expression input, Expression http)
    {
        if (IsInput(parameter)) return Expression.Convert(input, parameter.ParameterType);
        if (parameter.ParameterType == typeof(HttpContext)) return http;
        if (parameter.ParameterType == typeof(CancellationToken)) return Expression.Property(http, nameof(HttpContext.RequestAborted));
        var services = Expression.Property(http, nameof(HttpContext.RequestServices));
        return Expression.Call(typeof(ServiceProviderServiceExtensions), nameof(ServiceProviderServiceExtensions.GetRequiredService), [parameter.ParameterType], services);
    }

    private static async Task<IOutcome> WidenAsync<T>(Task<Outcome<T>> outcome) => await outcome;
}
