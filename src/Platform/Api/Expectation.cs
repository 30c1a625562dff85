using System.Collections.Concurrent;
using System.Reflection;
using Coxswain.Platform.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
namespace Coxswain.Platform.Api;

/// <summary>What a program says the record still is (<c>If-Match</c>): with another version saved, nothing of its act is.</summary>
/// <param name="Id">The record.</param>
/// <param name="Version">Its version.</param>
public sealed record Expectation(Guid Id, int Version)
{
    private static readonly ConcurrentDictionary<Type, (PropertyInfo? Id, PropertyInfo? Version)> Views = new();

    /// <summary>A save found the record as it is expected.</summary>
    public bool IsMet { get; internal set; }

    /// <summary>What the request expects; null where it says nothing, or that the record is there at all.</summary>
    /// <exception cref="ExpectationFailedException">What it says is no version of anything here.</exception>
    internal static Expectation? Of(HttpContext http)
    {
        if (HttpMethods.IsGet(http.Request.Method) || http.Request.Headers.IfMatch.ToString() is not { Length: > 0 } tag || tag == "*") return null;
        if (!int.TryParse(tag.Trim('"'), out var version) || !Guid.TryParse(http.Request.RouteValues["id"]?.ToString(), out var id)) throw new ExpectationFailedException();
        return http.RequestServices.GetRequiredService<AppDb>().Expected = new Expectation(id, version);
    }

    /// <summary>An act that saved nothing of the record itself: what it answers with tells whether it still is as expected.</summary>
    internal void CheckAfter(object? view)
    {
        if (!IsMet && TagOf(view) != (Id, Version)) throw new ExpectationFailedException();
    }

    /// <summary>The record and the version an answer is of; null where it is of none.</summary>
    internal static (Guid Id, int Version)? TagOf(object? view)
    {
        if (view is null) return null;
        var (id, version) = Views.GetOrAdd(view.GetType(), t => (t.GetProperty("Id"), t.GetProperty("Version")));
        return id?.PropertyType == typeof(Guid) && version?.PropertyType == typeof(int) ? ((Guid)id.GetValue(view)!, (int)version.GetValue(view)!) : null;
    }
}

/// <summary>The record is no longer as was expected; nothing was saved.</summary>
public sealed class ExpectationFailedException : Exception;
