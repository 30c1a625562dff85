using Coxswain.Platform.Tabular;

namespace Coxswain.Platform.Tests.Tabular;

public sealed class SafeFolderTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("coxswain-folder-");

    [Fact]
    public void The_exported_folder_gives_its_four_tables()
    {
        var look = SafeFolder.Look(Written.SharedData("maven_crm"));
        Assert.Equal(["accounts.csv", "products.csv", "sales_pipeline.csv", "sales_teams.csv"], look.Tables.Select(t => t.Name));
        Assert.Contains("describes", look.Files.Single(f => f.Name == "data_dictionary.csv").SetAside);
        Assert.Contains("not a CSV", look.Files.Single(f => f.Name == "SOURCE.txt").SetAside);
    }

    [Fact]
    public void Broken_files_links_and_hidden_files_are_set_aside_with_the_reason()
    {
        Write("deals.CSV", "Name,Amount\nA,5\n");
        Write("empty.csv", "");
        Write("picture.csv", "PK\u0003\u0004xl/workbook.xml");
        Write(".hidden.csv", "a,b\n1,2\n");
        File.CreateSymbolicLink(Path.Combine(folder.FullName, "link.csv"), "/etc/hostname");
        var look = SafeFolder.Look(folder.FullName);
        Assert.Equal(["deals.CSV"], look.Tables.Select(t => t.Name));
        Assert.Equal(TableFault.Empty, look.Files.Single(f => f.Name == "empty.csv").Problem!.Fault);
        Assert.Equal(TableFault.Spreadsheet, look.Files.Single(f => f.Name == "picture.csv").Problem!.Fault);
        Assert.All(look.Files.Where(f => f.Table is null), f => Assert.NotNull(f.SetAside));
    }

    [Fact]
    public void A_folder_without_tables_and_a_missing_one_say_so()
    {
        Assert.Equal(TableFault.Empty, SafeFolder.Look(folder.FullName).Problem!.Fault);
        Assert.Equal(TableFault.Missing, SafeFolder.Look(folder.FullName + "/none").Problem!.Fault);
    }

    [Fact]
    public void A_table_whose_values_happen_to_be_headers_of_one_other_is_kept()
    {
        Write("deals.csv", "Name,Stage,Amount\nA,Won,5\nB,Lost,6\n");
        Write("products.csv", "Product,Series\nWidget,Name\nGadget,Basic\nThing,Pro\n");
        Assert.Equal(2, SafeFolder.Look(folder.FullName).Tables.Count());
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(folder.FullName, name), text);

    public void Dispose() => folder.Delete(true);
}
