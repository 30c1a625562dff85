using Coxswain.Customers.Import.Reading;
namespace Coxswain.Customers.Tests;

public sealed class NearNameTests
{
    [Theory]
    [InlineData("GTXPro", "GTX Pro"), InlineData("technolgy", "technology"), InlineData("Nordwnd Logistik", "Nordwind Logistik"), InlineData("Jhon Smith", "John Smith")]
    public void A_slip_is_taken_for_what_was_meant(string typed, string meant) => Assert.Equal(meant, NearName.Of(typed, [meant, "Something else"]));

    [Theory]
    [InlineData("Hafen Ost", "Hafen West"), InlineData("Depot North", "Depot South"), InlineData("Server 100", "Server 200"), InlineData("ABC Trading", "ABD Trading")]
    public void Two_names_that_differ_in_a_short_word_or_a_number_are_two(string typed, string other) => Assert.Null(NearName.Of(typed, [other]));
}
