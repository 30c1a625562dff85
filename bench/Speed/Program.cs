using System.Globalization;
using Coxswain.Bench;
using Coxswain.Bench.Speed;

// How fast the product is, with the limit of the machine measured in the same run beside each figure:
//   dotnet run -c Release --project bench/Speed -- PROGRAM FOLDER [--sizes 20000,1000000] [--postgres 'Host=…;Username=…'] [--engine PostgreSQL] [--requests 200] [--again]
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is [Bare.Word, ..])
{
    await Bare.ServeAsync(args);
    return 0;
}
if (!Arguments.AreGiven(args))
{
    Console.Error.WriteLine("Say: PROGRAM (the published or Release-built cox) FOLDER (an empty one) [--sizes 20000,1000000] [--postgres 'Host=…;Username=…'] [--engine PostgreSQL] [--requests 200] [--again]");
    return 2;
}

var asked = new Asked(args);
var table = new Table();
foreach (var engine in asked.Engines)
    foreach (var size in asked.Sizes)
        await Run.AsyncOf(asked, engine, size, table);
table.Print(Console.Out);
return 0;
