namespace Coxswain.Platform.Api;

/// <summary>A kind of record with an address of its own at the API, by which webhooks and tools read it. Registered as a service.</summary>
/// <param name="Kind">As events name it, e.g. <c>account</c>.</param>
/// <param name="Path">Its address, with {0} for the id, e.g. <c>/accounts/{0}</c>.</param>
/// <param name="Label">What several of them are called, through T.</param>
/// <param name="Told">What is told of it beside that it was made, changed and deleted, e.g. <c>moved</c>.</param>
public sealed record ApiRecord(string Kind, string Path, Func<string> Label, params string[] Told)
{
    /// <summary>Of those that were removed, and of the others, what the viewer would see were they there: decides who is told that one is gone. Null where its owner alone decides.</summary>
    public Func<Data.AppDb, IQueryable<Guid>>? Removed { get; init; }

    public string PathOf(Guid id) => string.Format(System.Globalization.CultureInfo.InvariantCulture, Path, id);
}
