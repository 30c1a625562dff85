using Coxswain.Platform.Access;
namespace Coxswain.Platform.Tests.Access;

public sealed class PermissionTests
{
    [Fact]
    public void Every_role_stands_in_the_one_table()
    {
        Assert.Equal(Enum.GetValues<Role>().Order(), Permissions.All.Select(row => row.Role).Order());
        Assert.All(Permissions.All, row => Assert.Contains(Permission.Enter, row.Permissions));
    }

    [Fact]
    public void Only_an_administrator_manages_people_settings_and_the_record_of_who_did_what()
    {
        foreach (var permission in new[] { Permission.ManagePeople, Permission.ManageSettings, Permission.SeeAudit, Permission.SeeJobs, Permission.Erase })
            Assert.Equal([Role.Admin], Permissions.All.Where(row => row.Permissions.Contains(permission)).Select(row => row.Role));
    }

    [Theory]
    [InlineData(Permission.SeeTeamFigures, Role.Manager, Role.Leader, Role.Admin)]
    [InlineData(Permission.SeeAllFigures, Role.Leader, Role.Admin)]
    [InlineData(Permission.Import, Role.Manager, Role.Leader, Role.Admin)]
    [InlineData(Permission.Export, Role.Manager, Role.Leader, Role.Admin)]
    [InlineData(Permission.EditFunnel, Role.Seller, Role.Manager, Role.Leader, Role.Admin)]
    [InlineData(Permission.EditCustomers, Role.Seller, Role.Support, Role.Manager, Role.Leader, Role.Admin)]
    public void What_reaches_far_is_given_to_few(Permission permission, params Role[] roles) =>
        Assert.Equal(roles.Order(), Permissions.All.Where(row => row.Permissions.Contains(permission)).Select(row => row.Role).Order());
}
