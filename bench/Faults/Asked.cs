namespace Coxswain.Bench.Faults;

/// <summary>What to break, and how often.</summary>
internal sealed class Asked(string[] args) : Arguments(args)
{
    public int Kills => Number("--kills", 200);
    public int Seed => Number("--seed", 1);
    public int Copies => Number("--copies", 20);
    public int Restarts => Number("--restarts", 10);
    public int Minutes => Number("--minutes", 10);
    public string? Only => Text("--only");
}
