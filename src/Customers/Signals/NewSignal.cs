using Coxswain.Customers.Activities;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Signals;

/// <summary>Shows the form that notes a signal, or changes one.</summary>
internal static class NewSignal
{
    public sealed record Input
    {
        public Guid? Id { get; init; }
        public Guid? AccountId { get; init; }
        public string? Back { get; init; }
    }

    public static async Task<Outcome<SignalFormView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var signal = input.Id is null ? null : await db.Signals.AsNoTracking().Where(s => s.Id == input.Id).Select(SignalView.Reading(db)).SingleOrDefaultAsync(ct);
        if (input.Id is not null && signal is null) return Outcome.Missing;
        var accountId = signal?.AccountId ?? input.AccountId;
        var account = signal?.AccountName ?? (input.AccountId is { } id ? await db.Accounts.Where(a => a.Id == id).Select(a => a.Name).SingleOrDefaultAsync(ct) : null);
        return new SignalFormView(account is null ? null : accountId, account, signal, await ListTasks.TodayAsync(db, clock, ct), LocalPath.Or(input.Back, account is null ? "/signals" : $"/accounts/{accountId}"));
    }
}

/// <summary>What the form starts with; it asks for the account where none is named.</summary>
public sealed record SignalFormView(Guid? AccountId, string? Account, SignalView? Signal, DateOnly Today, string Back);
