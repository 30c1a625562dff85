using Coxswain.Customers.Duplicates.Matching;
namespace Coxswain.Customers.Tests.Duplicates;

public sealed class MatchingTests
{
    [Theory]
    [InlineData("Kranich Logistik GmbH", "KRANICH LOGISTIK")]
    [InlineData("Kranich Logistik GmbH & Co. KG", "Kranich  Logistik")]
    [InlineData("Müller & Söhne AG", "Mueller und Soehne")]
    [InlineData("Società Alfa S.p.A.", "Societa Alfa SPA")]
    [InlineData("Škoda Díly s.r.o.", "Skoda Dily, s. r. o.")]
    [InlineData("Drewno Sp. z o.o.", "Drewno")]
    [InlineData("株式会社日立", "日立")]
    [InlineData("㈱日立", "日立株式会社")]
    [InlineData("Nord Wind Oy", "Nordwind")]
    [InlineData("Acme Ltd", "Acme Limited")]
    [InlineData("The Boat Company", "Boat Company")]
    [InlineData("ООО Ромашка", "Ромашка")]
    [InlineData("Løvstad A/S", "Lovstad AS")]
    [InlineData("Logistik Kranich", "Kranich Logistik")]
    [InlineData("PT Nusantara Tbk", "Nusantara")]
    [InlineData("Acme S.A. de C.V.", "Acme SA de CV")]
    public void Companies_of_one_name_are_known_whatever_their_form_marks_and_signs(string one, string other)
    {
        Assert.True(CompanyName.Of(one).Is(CompanyName.Of(other)), $"{CompanyName.Of(one).Joined} / {CompanyName.Of(other).Joined}");
        Assert.False(CompanyName.Of(one).HasOtherForm(CompanyName.Of(other)));
    }

    [Theory]
    [InlineData("Kranich Logistik GmbH", "Kranich Immobilien GmbH")]
    [InlineData("Kranich", "Kranich Holding")]
    [InlineData("Werk 1", "Werk 2")]
    [InlineData("Halle Nord", "Halle Ost")]
    [InlineData("Co", "AG")]
    public void Companies_of_other_names_are_not(string one, string other)
    {
        Assert.False(CompanyName.Of(one).Is(CompanyName.Of(other)));
        Assert.False(CompanyName.Of(one).IsNear(CompanyName.Of(other)));
    }

    [Fact]
    public void A_legal_form_tells_sisters_apart_and_none_tells_nothing()
    {
        Assert.True(CompanyName.Of("Kranich GmbH").HasOtherForm(CompanyName.Of("Kranich AG")));
        Assert.False(CompanyName.Of("Kranich GmbH").HasOtherForm(CompanyName.Of("Kranich")));
        Assert.False(CompanyName.Of("Kranich Inc.").HasOtherForm(CompanyName.Of("Kranich Incorporated")));
    }

    [Theory]
    [InlineData("Rana Kaur", "Kaur, Rana", "Same")]
    [InlineData("Dr. Petra Brandt", "petra brandt", "Same")]
    [InlineData("José Muñoz", "Jose Munoz", "Same")]
    [InlineData("Anna Maria Vogt", "Anna Vogt", "Same")]
    [InlineData("P. Brandt", "Petra Brandt", "Initials")]
    [InlineData("Petra Brandt", "Petra Brant", "Near")]
    [InlineData("Katharina Vogt", "Kathrina Vogt", "Near")]
    [InlineData("Maria Schmidt", "Marie Schmidt", "Differs")]
    [InlineData("Simon Weber", "Simone Weber", "Differs")]
    [InlineData("Karl Weber", "Karl Weber jun.", "OtherGeneration")]
    [InlineData("Karl Weber, sen.", "Karl Weber", "OtherGeneration")]
    [InlineData("Petra Brandt", "Petra Vogel", "OtherFamilyName")]
    [InlineData("Hans Weber", "Heinz Weber", "Differs")]
    [InlineData("", "Petra", "Differs")]
    public void Names_of_people_are_compared_in_any_order_without_titles_and_with_their_generation(string one, string other, string fit) => Assert.Equal(fit, $"{PersonName.Of(one).To(PersonName.Of(other))}");

    [Theory]
    [InlineData("MARTHA", "MARHTA", 0.9611)]
    [InlineData("DIXON", "DICKSONX", 0.8133)]
    [InlineData("DWAYNE", "DUANE", 0.84)]
    [InlineData("", "", 1)]
    [InlineData("a", "", 0)]
    public void Likeness_gives_the_published_examples(string one, string other, double likeness) => Assert.Equal(likeness, Likeness.Of(one, other), 4);

    [Theory, InlineData("kranich", "kranich", 0), InlineData("kranich", "krainch", 1), InlineData("kranich", "kranch", 1), InlineData("kitten", "sitting", 3), InlineData("", "abc", 3)]
    public void Slips_are_counted_with_letters_that_changed_places(string one, string other, int slips) => Assert.Equal(slips, Likeness.Slips(one, other));

    [Fact]
    public void A_mailbox_that_anybody_can_have_says_nothing_of_a_company()
    {
        Assert.Null(MailAddress.CompanyHost("petra@gmail.com"));
        Assert.Equal("nordwind.example", MailAddress.CompanyHost("petra@nordwind.example"));
        Assert.Equal("nordwind.example", MailAddress.SiteOf("https://www.Nordwind.example/en?x=1"));
        Assert.Null(MailAddress.SiteOf("not a site"));
        Assert.True(MailAddress.IsPost("info@nordwind.example"));
    }

    [Fact]
    public void Numbers_are_the_same_however_they_are_written()
    {
        Assert.Equal(Numbers.Of("+49 40 555010", null), Numbers.Of("040/55 50-10", "DE"));
        Assert.Equal(Numbers.Of("+49 40 555010", null), Numbers.Of("(040) 555010", "Germany"));
        Assert.True(Numbers.IsMobile("+4915123456789"));
        Assert.False(Numbers.IsMobile("+4940555010"));
        Assert.Null(Numbers.Of("ext. 5", null));
    }

    [Theory]
    // Petra at home and at work.
    [InlineData("Petra Brandt|petra@nordwind.example||Nordwind", "Brandt, Petra|PETRA@nordwind.example||", 100)]
    // Two of one name at one firm, each with an address.
    [InlineData("Peter Müller|p.mueller@nordwind.example||Nordwind", "Peter Müller|mueller2@nordwind.example||Nordwind", 45)]
    [InlineData("Peter Müller|||Nordwind", "Peter Müller|||Halma", 15)]
    [InlineData("Peter Müller||+49 40 555010|Nordwind", "Karl Vogt||+49 40 555010|Nordwind", 0)]
    [InlineData("Peter Müller||+49 151 23456789|Nordwind", "Peter Müller||+49 151 23456789|Halma", 75)]
    [InlineData("Peter Müller|info@nordwind.example||Nordwind", "Karl Vogt|info@nordwind.example||Nordwind", 0)]
    public void People_are_judged_by_points_that_add_up(string one, string other, int score) => Assert.Equal(score, Person(one).To(Person(other)).Score);

    private static Someone Person(string text)
    {
        var parts = text.Split('|');
        return Someone.Of(Guid.NewGuid(), parts[0], parts[1], parts[2], null, parts[3]);
    }
}
