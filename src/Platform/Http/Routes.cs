using Coxswain.Platform.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
namespace Coxswain.Platform.Http;

/// <summary>What a viewer must be allowed to come to an endpoint.</summary>
public sealed record Requirement(Permission Permission);

/// <summary>An endpoint for people who are not signed in.</summary>
public sealed record ForAnyone;

/// <summary>The act behind an endpoint, for the API's description and the tests that walk all endpoints.</summary>
/// <param name="InputType">What it asks for; null for nothing.</param>
/// <param name="ViewType">What it answers with.</param>
/// <param name="IsApi">JSON rather than HTML.</param>
/// <param name="Name">What the act is called in the code, e.g. <c>CreateAccount</c>.</param>
/// <param name="DoneStatus">The status of its answer when done.</param>
public sealed record ActMetadata(Type? InputType, Type ViewType, bool IsApi, string Name, int DoneStatus);

/// <summary>A module's route table. A URL is one line: what it shows or does, and who may.</summary>
public sealed class Routes
{
    private readonly IEndpointRouteBuilder _inner;
    private readonly Permission? _permission;
    private readonly bool _isApi;

    private Routes(IEndpointRouteBuilder inner, Permission? permission, bool isApi) => (_inner, _permission, _isApi) = (inner, permission, isApi);

    public static Routes Pages(IEndpointRouteBuilder inner) => new(inner, null, isApi: false);

    public static Routes Api(IEndpointRouteBuilder inner) => new(inner, null, isApi: true);

    /// <summary>The framework's own builder, for what is no act (files, streams).</summary>
    public IEndpointRouteBuilder Inner => _inner;

    public Routes Under(string prefix) => new(_inner.MapGroup(prefix), _permission, _isApi);

    /// <summary>What the lines after this one require.</summary>
    public Routes Requires(Permission permission) => new(_inner, permission, _isApi);

    /// <summary>GET: runs the act and draws its view as this component.</summary>
    public Route Show<TView>(string pattern, Delegate act) where TView : IView => Map("GET", pattern, new PageAnswer(Drawing.By<TView>(act)));

    /// <summary>POST: runs the act and draws its view as this component.</summary>
    public Route Act<TView>(string pattern, Delegate act) where TView : IView => Map("POST", pattern, new PageAnswer(Drawing.By<TView>(act)));

    /// <summary>POST: runs the act and goes where it leads.</summary>
    /// <param name="pattern">The URL.</param>
    /// <param name="act">The act.</param>
    /// <param name="goes">From the act's view to the URL of the next page.</param>
    public Route Act<T>(string pattern, Delegate act, Func<T, string> goes) => Map("POST", pattern, new PageAnswer(Drawing.Nowhere(act)) { Goes = view => goes((T)view) });

    /// <summary>GET as JSON.</summary>
    public Route Show(string pattern, Delegate act) => Map("GET", pattern, new ApiAnswer(new ActCall(act), StatusCodes.Status200OK));

    /// <summary>POST as JSON; answers 201 where the act makes a row.</summary>
    public Route Act(string pattern, Delegate act, int status = StatusCodes.Status200OK) => Map("POST", pattern, new ApiAnswer(new ActCall(act), status));

    /// <summary>PATCH as JSON: fields that are not sent stay as they are.</summary>
    public Route Patch(string pattern, Delegate act) => Map("PATCH", pattern, new ApiAnswer(new ActCall(act), StatusCodes.Status200OK));

    /// <summary>DELETE as JSON.</summary>
    public Route Delete(string pattern, Delegate act) => Map("DELETE", pattern, new ApiAnswer(new ActCall(act), StatusCodes.Status200OK));

    private Route Map(string verb, string pattern, IAnswer answer)
    {
        var endpoint = _inner.MapMethods(pattern, [verb], answer.AnswerAsync);
        endpoint.WithMetadata(new ActMetadata(answer.Call.InputType, answer.Call.ViewType, _isApi, answer.Call.Name, answer.DoneStatus));
        var route = new Route(endpoint, answer as PageAnswer);
        return _permission is { } permission ? route.Requires(permission) : route;
    }
}

/// <summary>One line of a route table.</summary>
public sealed class Route
{
    private readonly IEndpointConventionBuilder _endpoint;
    private readonly PageAnswer? _page;

    internal Route(IEndpointConventionBuilder endpoint, PageAnswer? page) => (_endpoint, _page) = (endpoint, page);

    public Route Requires(Permission permission)
    {
        _endpoint.WithMetadata(new Requirement(permission));
        return this;
    }

    /// <summary>Nobody needs to be signed in.</summary>
    public Route ForAnyone()
    {
        _endpoint.WithMetadata(new ForAnyone());
        return this;
    }

    /// <summary>How the form is drawn again when what was typed cannot be taken: by the act and component that drew it first.</summary>
    public Route Redraws<TView>(Delegate act) where TView : IView
    {
        _page!.Form = Drawing.By<TView>(act);
        return this;
    }

    /// <summary>Further endpoint settings of the framework.</summary>
    public Route With(Action<IEndpointConventionBuilder> setting)
    {
        setting(_endpoint);
        return this;
    }
}
