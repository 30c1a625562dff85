using System.ComponentModel;
using Coxswain.People;
using Coxswain.People.SignIn;
using Coxswain.Platform.Access;
using Spectre.Console.Cli;
namespace Coxswain.Web.Commands;

/// <summary>What commands that print a link take.</summary>
internal sealed class LinkSettings : UserSettings
{
    [CommandOption("--url <URL>"), Description("The address people reach this installation at"), DefaultValue(ServeCommand.DefaultUrl)]
    public string Url { get; init; } = ServeCommand.DefaultUrl;
}

/// <summary>Prints a link that works once. It stands on standard output alone and is kept nowhere.</summary>
internal abstract class LinkCommand(bool forSomeoneWhoSignsIn) : Work<LinkSettings>
{
    protected override async Task<int> DoAsync(Workplace workplace, LinkSettings settings, CancellationToken ct)
    {
        var made = await workplace.DoAsync(async scope =>
        {
            var person = await Users.NamedAsync(scope, settings.Name, ct);
            if (person.CanSignIn && !forSomeoneWhoSignsIn) throw new Failure($"{person.Name} signs in already: cox user reset makes a link for a new password.");
            if (!person.CanSignIn && forSomeoneWhoSignsIn) throw new Failure($"{person.Name} has no password yet: cox user invite makes the first link.");
            return Users.Done(await Staff.LinkAsync(scope, person.Id, settings.Url.TrimEnd('/'), ct));
        });
        Output.Note($"Pass this to {made.Name}; it works once and for seven days, and is not shown again.");
        return Users.Say(settings, made, made.Link);
    }
}

/// <summary><c>cox user invite NAME</c></summary>
internal sealed class InviteUserCommand() : LinkCommand(forSomeoneWhoSignsIn: false);

/// <summary><c>cox user reset NAME</c></summary>
internal sealed class ResetUserCommand() : LinkCommand(forSomeoneWhoSignsIn: true);

/// <summary><c>cox user role NAME ROLE</c></summary>
internal sealed class UserRoleCommand : Work<UserRoleCommand.Asked>
{
    internal sealed class Asked : UserSettings
    {
        [CommandArgument(1, "<ROLE>"), Description("staff, seller, support, trainer, recruiter, manager, leader or admin")]
        public string Role { get; init; } = "";
    }

    protected override async Task<int> DoAsync(Workplace workplace, Asked settings, CancellationToken ct)
    {
        var role = Typed.Choice("Role", settings.Role, (Role)(-1));
        var person = await workplace.DoAsync(async scope =>
        {
            var person = await Users.NamedAsync(scope, settings.Name, ct);
            Users.Done(await Staff.GiveRoleAsync(scope, person, role, ct));
            return person with { Role = role };
        });
        return Users.Say(settings, person, $"{person.Name} is {role.ToString().ToLowerInvariant()} now.");
    }
}

/// <summary><c>cox user deactivate NAME --heir NAME</c></summary>
internal sealed class DeactivateUserCommand : Work<DeactivateUserCommand.Asked>
{
    internal sealed class Asked : UserSettings
    {
        [CommandOption("--heir <NAME>", isRequired: true), Description("Who takes over what is open")]
        public string Heir { get; init; } = "";
    }

    protected override async Task<int> DoAsync(Workplace workplace, Asked settings, CancellationToken ct)
    {
        var (person, heir) = await workplace.DoAsync(async scope =>
        {
            var (leaver, heir) = (await Users.NamedAsync(scope, settings.Name, ct), await Users.NamedAsync(scope, settings.Heir, ct));
            Users.Done(await Staff.DeactivateAsync(scope, leaver.Id, heir.Id, ct));
            return (leaver, heir);
        });
        return Users.Say(settings, new { person.Id, HeirId = heir.Id }, $"{person.Name} has left; what was open is {heir.Name}'s now.");
    }
}

/// <summary><c>cox user told [--team NAME]</c>: from then on figures carry names.</summary>
internal sealed class ToldCommand : Work<ToldCommand.Asked>
{
    internal sealed class Asked : PrintSettings
    {
        [CommandOption("--team <NAME>"), Description("Only this team, and those below it; everyone where not said")]
        public string? Team { get; init; }
    }

    protected override async Task<int> DoAsync(Workplace workplace, Asked settings, CancellationToken ct)
    {
        var team = await workplace.DoAsync(async scope =>
        {
            var id = await Users.TeamAsync(scope, settings.Team, ct);
            Users.Done(await Staff.ToldAsync(scope, id, ct));
            return id;
        });
        return Users.Say(settings, new { TeamId = team }, settings.Team is null ? "Recorded: everyone was told. Figures carry names now." : $"Recorded: {settings.Team} was told. Figures about its people carry names now.");
    }
}
