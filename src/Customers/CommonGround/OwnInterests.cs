using System.ComponentModel.DataAnnotations;
using Coxswain.Customers.Activities;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.CommonGround;

/// <summary>Shows what the viewer likes or did, and with whom they share it. For nobody else's eyes.</summary>
internal static class ShowInterests
{
    public sealed record Input { public string? Text { get; init; } }

    public static async Task<Outcome<InterestsView>> Do(Input input, AppDb db, CancellationToken ct)
    {
        var own = await GroundReading.Own(db).Select(i => new OwnView(i.Id, i.Text)).ToListAsync(ct);
        return new InterestsView(own, await GroundReading.SharedAsync(db, own.Select(o => o.Text), ct));
    }
}

/// <summary>Adds to what the viewer likes or did.</summary>
internal static class AddInterest
{
    private const int Most = 50;

    public sealed record Input
    {
        [Required, StringLength(200)]
        public string? Text { get; init; }
    }

    public static async Task<Outcome<WentBack>> Do(Input input, AppDb db, CancellationToken ct)
    {
        if (await GroundReading.Own(db).CountAsync(ct) >= Most) return Outcome.Refused(T("{0} things are kept already; take one away first.", Most));
        db.Add(new OwnInterest { PersonId = db.Viewer.PersonId, Text = input.Text! });
        await db.SaveChangesAsync(ct);
        return new WentBack("/common-ground");
    }
}

/// <summary>Takes one of the viewer's own interests away.</summary>
internal static class ForgetInterest
{
    public sealed record Input { public Guid Id { get; init; } }

    public static async Task<Outcome<WentBack>> Do(Input input, AppDb db, CancellationToken ct)
    {
        if (await GroundReading.Own(db).SingleOrDefaultAsync(i => i.Id == input.Id, ct) is not { } own) return Outcome.Missing;
        db.Remove(own);
        await db.SaveChangesAsync(ct);
        return Outcome.Done(new WentBack("/common-ground")).Saying(T("It is forgotten."));
    }
}

/// <summary>One of the viewer's own interests.</summary>
public sealed record OwnView(Guid Id, string Text);

/// <summary>The viewer's interests and with whom they are shared.</summary>
public sealed record InterestsView(IReadOnlyList<OwnView> Own, IReadOnlyList<SharedWith> Shared);
