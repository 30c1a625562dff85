using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Platform.Api;

/// <summary>Does up to a thousand acts one after the other: each for itself, or all or none.</summary>
internal static class RunBatch
{
    public const int Most = 1000;

    public sealed record Item
    {
        public string? Method { get; init; }

        /// <summary>As it would be asked alone, e.g. <c>/accounts</c>.</summary>
        public string? Path { get; init; }
        public JsonObject? Body { get; init; }
        public string? IdempotencyKey { get; init; }
        public string? IfMatch { get; init; }
    }

    public sealed record Input
    {
        /// <summary>One that is not done undoes all. Without it each stands for itself.</summary>
        public bool AllOrNone { get; init; }

        [Required]
        public IReadOnlyList<Item>? Items { get; init; }
    }

    public static async Task<Outcome<BatchView>> Do(Input input, ApiDispatch api, AppDb db, HttpContext http, ILoggerFactory logs, CancellationToken ct)
    {
        // The key would hold one transaction around all of them, within which each could not stand for itself.
        if (db.Database.CurrentTransaction is not null) return Outcome.Invalid(nameof(input.Items), T("A batch takes no Idempotency-Key: each of its items takes one."));
        if (input.Items!.Count is 0 or > Most) return Outcome.Invalid(nameof(input.Items), T("From 1 to {0}.", Most));
        var problems = new Problems();
        for (var i = 0; i < input.Items.Count; i++)
            if (input.Items[i] is not { Method: { } verb, Path: ['/', ..] path } || verb.ToUpperInvariant() is not ("POST" or "PATCH" or "DELETE") || Uri.UnescapeDataString(path).Contains("/batch", StringComparison.OrdinalIgnoreCase)) problems.Add($"items[{i}]", T("Each has a method (POST, PATCH or DELETE) and a path of the API; a batch holds no batch."));
        if (problems.Any) return Outcome.Invalid(problems);
        if (ApiPacing.Refuses(http, input.Items.Count - 1) is not null) return Outcome.TooMany(T("A batch counts as many requests as it holds: this key has fewer left in this minute."));
        if (!input.AllOrNone) return new BatchView(true, await EachAsync(input.Items, item => TryAsync(() => api.AskAsync(db.Viewer, Of(item), ct), logs), ct));
        try { return await db.InOneTransactionAsync(async () => new BatchView(true, await EachAsync(input.Items, item => OrNoneAsync(item, db, api, http, ct), ct)), ct); }
        catch (UndoneException undone) { return new BatchView(false, undone.Results); }
    }

    private static ApiRequest Of(Item item) => new(item.Method!, item.Path!, item.Body) { IdempotencyKey = item.IdempotencyKey, IfMatch = item.IfMatch };

    private static async Task<IReadOnlyList<BatchResult>> EachAsync(IReadOnlyList<Item> items, Func<Item, Task<ApiResponse>> ask, CancellationToken ct)
    {
        var results = new List<BatchResult>();
        foreach (var item in items)
        {
            ct.ThrowIfCancellationRequested();
            var answer = await ask(item);
            results.Add(new BatchResult(results.Count, answer.Status, answer.Body));
            if (answer.Status is Undone) throw new UndoneException([results[^1] with { Status = (int)answer.Body!["status"]! }]);
        }
        return results;
    }

    private const int Undone = -1;

    private static async Task<ApiResponse> OrNoneAsync(Item item, AppDb db, ApiDispatch api, HttpContext http, CancellationToken ct)
    {
        var answer = await api.AskAsync(http.RequestServices, Of(item), ct);
        db.ChangeTracker.Clear();
        return answer.Status >= 400 ? answer with { Status = Undone } : answer;
    }

    // What breaks on one of them must not hide what became of the others.
    private static async Task<ApiResponse> TryAsync(Func<Task<ApiResponse>> ask, ILoggerFactory logs)
    {
        try { return await ask(); }
        catch (Exception fault) when (fault is not OperationCanceledException && Outage.Of(fault) is OutageKind.None)
        {
            logs.CreateLogger("Coxswain.Faults").LogError("An item of a batch failed: {Fault}", SafeFault.Of(fault));
            return new ApiResponse(StatusCodes.Status500InternalServerError, new JsonObject { ["status"] = 500, ["detail"] = T("That did not work, and it is not your doing.") });
        }
    }

    private sealed class UndoneException(IReadOnlyList<BatchResult> results) : Exception
    {
        public IReadOnlyList<BatchResult> Results => results;
    }
}

/// <summary>What became of a batch.</summary>
/// <param name="Done">False where all was undone because of the one item told.</param>
/// <param name="Results">One of each item, in their order; of a batch that was undone only the one that could not be done.</param>
public sealed record BatchView(bool Done, IReadOnlyList<BatchResult> Results);

/// <param name="Item">Its place, from 0.</param>
/// <param name="Status">As it would have been answered alone.</param>
/// <param name="Body">The same.</param>
public sealed record BatchResult(int Item, int Status, JsonNode? Body);
