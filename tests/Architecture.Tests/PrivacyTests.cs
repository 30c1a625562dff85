using System.Reflection;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Outside;
using Coxswain.Platform.Privacy;
using Coxswain.Testing;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
namespace Coxswain.Architecture.Tests;

/// <summary>No table with values about people is shipped undescribed or forgotten in what they are given, and nothing is sent around the one door.</summary>
public sealed class PrivacyTests
{
    [Fact]
    public async Task Every_table_stands_in_the_register_once_and_one_with_personal_values_is_about_somebody()
    {
        var (tables, register, _) = await ModelAsync();
        var entries = register.SelectMany(e => e.Tables.Select(t => (Table: t, Entry: e))).ToList();
        Assert.Empty(tables.Except(entries.Select(e => e.Table)).Select(t => $"{t.Name}: describe it in the register of its module, or say there that it is about nobody."));
        Assert.Empty(entries.GroupBy(e => e.Table).Where(g => g.Count() > 1).Select(g => $"{g.Key.Name} stands in the register twice."));
        Assert.Empty(entries.Select(e => e.Table).Except(tables).Select(t => $"{t.Name} is no table any more."));
        Assert.Empty(entries.Where(e => e.Entry.About is About.Nobody && e.Table.GetProperties().Any(p => p.GetCustomAttribute<PersonalAttribute>() is not null)).Select(e => $"{e.Table.Name} holds personal values, so it is about somebody."));
        Assert.Empty(register.Where(e => e.About is not About.Nobody && (e.Purpose is null || e.Basis is null || e.SeenBy is null || e.Kept is null)).Select(e => $"{e.Name()}: say what for, on what basis, who sees it and how long."));
    }

    [Theory, InlineData("contact", About.Outsiders), InlineData("lead", About.Outsiders), InlineData("person", About.OwnPeople)]
    public async Task Every_table_about_such_people_is_in_what_they_are_given_or_says_why_not(string kind, About about)
    {
        var (_, register, data) = await ModelAsync();
        var of = data.Where(d => d.Kind == kind).ToList();
        var (given, kept) = (of.SelectMany(d => d.Rows).Select(r => r.Table).ToHashSet(), of.SelectMany(d => d.Kept).ToDictionary());
        Assert.Empty(register.Where(e => e.About == about || e.About is About.Both).SelectMany(e => e.Tables).Where(t => !given.Contains(t) && !kept.ContainsKey(t)).Select(t => $"{t.Name}: a {kind} is to be given it, or told why not."));
        Assert.Empty(given.Where(kept.ContainsKey).Select(t => $"{t.Name} is given and not given."));
        Assert.Empty(kept.Where(k => k.Value.Length < 10).Select(k => $"{k.Key.Name}: say why it is not given."));
    }

    [Fact]
    public void Nobody_makes_a_lawful_basis_but_the_one_place_that_asks_and_no_message_is_taken_without_one()
    {
        var bases = typeof(LawfulBasis).Assembly.GetTypes().Where(t => t.IsAssignableTo(typeof(LawfulBasis))).ToList();
        Assert.Equal(["LawfulBasis", "OutsidePerson", "OwnStaff"], bases.Select(t => t.Name).Order(StringComparer.Ordinal));
        Assert.All(bases, t => Assert.Empty(t.GetConstructors(BindingFlags.Public | BindingFlags.Instance)));
        Assert.All(bases.Where(t => t != typeof(LawfulBasis)), t => Assert.True(t.IsSealed));
        var takers = Modules.Select(m => m.GetType().Assembly).Append(typeof(LawfulBasis).Assembly).Distinct().SelectMany(a => a.GetTypes()).SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(m => m.Name.Contains("Send", StringComparison.Ordinal) && m.GetParameters().Any(p => p.ParameterType == typeof(MimeMessage))).ToList();
        Assert.Equal(nameof(PostOffice), Assert.Single(takers).DeclaringType!.Name);
        Assert.Contains(takers[0].GetParameters(), p => p.ParameterType == typeof(LawfulBasis) && !p.IsOptional);
    }

    [Fact]
    public void No_file_sends_mail_but_the_post_office()
    {
        var files = Directory.EnumerateFiles(Path.Combine(Checkout.Root, "src"), "*.cs", SearchOption.AllDirectories).Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));
        Assert.Equal(["Outgoing.cs"], files.Where(f => File.ReadAllText(f) is var text && (text.Contains("new SmtpClient", StringComparison.Ordinal) || text.Contains("System.Net.Mail", StringComparison.Ordinal))).Select(f => Path.GetFileName(f)));
    }

    private static IReadOnlyList<Platform.IModule> Modules => Testing.Host.On(Engine.Sqlite).GetAwaiter().GetResult().Services.GetRequiredService<IReadOnlyList<Platform.IModule>>();

    private static async Task<(IReadOnlyList<Type> Tables, IReadOnlyList<Processing> Register, IReadOnlyList<IPersonData> Data)> ModelAsync()
    {
        var tenant = await (await Host.On(Engine.Sqlite)).TenantAsync();
        var found = (Tables: (IReadOnlyList<Type>)[], Register: (IReadOnlyList<Processing>)[], Data: (IReadOnlyList<IPersonData>)[]);
        await tenant.InDb((db, services) =>
        {
            found = ([.. db.Model.GetEntityTypes().Select(t => t.ClrType).Distinct()], [.. services.GetServices<IProcessing>().SelectMany(p => p.Entries)], [.. services.GetServices<IPersonData>()]);
            return Task.CompletedTask;
        });
        return found;
    }
}
