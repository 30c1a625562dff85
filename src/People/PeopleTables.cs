using Coxswain.People.Persons;
using Coxswain.People.SignIn;
using Coxswain.People.Teams;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
namespace Coxswain.People;

internal sealed class PersonTable : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> row)
    {
        row.ToTable("People");
        row.HasIndex(p => new { p.TenantId, p.FoldedName });
        row.HasOne<Team>().WithMany().HasForeignKey(p => new { p.TenantId, p.TeamId });
    }
}

internal sealed class TeamTable : IEntityTypeConfiguration<Team>
{
    public void Configure(EntityTypeBuilder<Team> row)
    {
        row.ToTable("Teams");
        row.HasOne<Team>().WithMany().HasForeignKey(t => new { t.TenantId, t.ParentId });
    }
}

internal sealed class MembershipTable : IEntityTypeConfiguration<Membership>
{
    public void Configure(EntityTypeBuilder<Membership> row)
    {
        row.ToTable("Memberships");
        row.HasIndex(m => new { m.TenantId, m.PersonId, m.From });
        row.HasOne<Person>().WithMany().HasForeignKey(m => new { m.TenantId, m.PersonId });
        row.HasOne<Team>().WithMany().HasForeignKey(m => new { m.TenantId, m.TeamId });
    }
}

internal sealed class TellingTable : IEntityTypeConfiguration<Telling>
{
    public void Configure(EntityTypeBuilder<Telling> row) => row.ToTable("Tellings");
}

internal sealed class OneTimeLinkTable : IEntityTypeConfiguration<OneTimeLink>
{
    public void Configure(EntityTypeBuilder<OneTimeLink> row)
    {
        row.ToTable("OneTimeLinks");
        row.HasIndex(l => new { l.TenantId, l.SecretHash }).IsUnique();
    }
}

internal sealed class ApiKeyTable : IEntityTypeConfiguration<ApiKey>
{
    public void Configure(EntityTypeBuilder<ApiKey> row)
    {
        row.ToTable("ApiKeys");
        row.HasIndex(k => new { k.TenantId, k.SecretHash }).IsUnique();
    }
}

internal sealed class LoginTable : IEntityTypeConfiguration<Login>
{
    public void Configure(EntityTypeBuilder<Login> row)
    {
        row.ToTable("Logins");
        row.HasIndex(l => l.NormalizedEmail).IsUnique();
        row.HasIndex(l => l.NormalizedUserName).IsUnique();
        row.Property(l => l.ConcurrencyStamp).IsConcurrencyToken();
    }
}

internal sealed class LoginTokenTable : IEntityTypeConfiguration<IdentityUserToken<Guid>>
{
    public void Configure(EntityTypeBuilder<IdentityUserToken<Guid>> row)
    {
        row.ToTable("LoginTokens");
        row.HasKey(t => new { t.UserId, t.LoginProvider, t.Name });
    }
}

internal sealed class LoginClaimTable : IEntityTypeConfiguration<IdentityUserClaim<Guid>>
{
    public void Configure(EntityTypeBuilder<IdentityUserClaim<Guid>> row) => row.ToTable("LoginClaims");
}

internal sealed class ExternalLoginTable : IEntityTypeConfiguration<IdentityUserLogin<Guid>>
{
    public void Configure(EntityTypeBuilder<IdentityUserLogin<Guid>> row)
    {
        row.ToTable("ExternalLogins");
        row.HasKey(l => new { l.LoginProvider, l.ProviderKey });
    }
}

internal sealed class SessionTable : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> row)
    {
        row.ToTable("Sessions");
        row.HasIndex(s => s.PersonId);
    }
}
