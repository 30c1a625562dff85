using Coxswain.People.Visibility;
using Coxswain.Platform;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.People.Roles;

/// <summary>Says whose records of a kind a role sees and changes.</summary>
internal static class ChangeReach
{
    public sealed record Input
    {
        public Role Role { get; init; }

        /// <summary>The kind of record, e.g. <c>account</c>.</summary>
        public string? Kind { get; init; }

        /// <summary>Whose the role sees.</summary>
        public Extent? See { get; init; }

        /// <summary>Whose it changes: at most those it sees.</summary>
        public Extent? Change { get; init; }
    }

    public static async Task<Outcome<RoleView>> Do(Input input, AppDb db, IReadOnlyList<IModule> modules, AccessRules rules, CancellationToken ct)
    {
        if (input.Role is Role.Admin) return Outcome.Refused(T("An administrator sees and changes everything: otherwise nobody could put things right."));
        if (RuledKinds.Of(modules).FirstOrDefault(k => k.Kind == input.Kind) is not { } kind) return Outcome.Missing;
        var most = RuledKinds.Reach(kind, input.Role, []);
        if (new Problems().AddIf(input.See is null, nameof(input.See), T("Please fill this in.")).AddIf(input.Change is null, nameof(input.Change), T("Please fill this in."))
            .AddIf(input.See > most.MostSeen, nameof(input.See), T("This role may not see such records at all."))
            .AddIf(input.Change > most.MostChanged, nameof(input.Change), T("This role may not change such records at all."))
            .AddIf(input.Change > input.See, nameof(input.Change), T("Nobody changes what they do not see.")) is { Any: true } problems) return Outcome.Invalid(problems);

        var rule = await db.Rows<RoleRule>().SingleOrDefaultAsync(r => r.Role == input.Role && r.Kind == kind.Kind, ct);
        var (see, change) = (input.See!.Value, input.Change!.Value);
        if ((see, change) == (kind.UsuallySeen(input.Role), kind.UsuallyChanged(input.Role))) { if (rule is not null) db.Remove(rule); }
        else if (rule is null) db.Add(new RoleRule { Role = input.Role, Kind = kind.Kind, See = see, Change = change });
        else (rule.See, rule.Change) = (see, change);
        await db.InOneTransactionAsync(async () =>
        {
            await db.SaveChangesAsync(ct);
            await rules.RewriteAsync(db, ct);
        }, ct);
        return (await ShowRole.OfAsync(input.Role, db, modules, ct)).Saying(T("{0} is saved.", kind.Label!()));
    }
}
