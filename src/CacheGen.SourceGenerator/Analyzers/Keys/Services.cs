using CacheGen.SourceGenerator.Diagnostics;
using CacheGen.SourceGenerator.Parsing;
using Microsoft.CodeAnalysis;

namespace CacheGen.SourceGenerator.Analyzers.Keys;

/// <summary>CG2002 for the services that an .editorconfig names. The generator, which does not read it, would take them for arguments like others.</summary>
internal static class Services
{
    public const string Setting = "cachegen_service_types";

    /// <param name="type">The type.</param>
    /// <param name="report">Hears what is wrong.</param>
    public static void Check(AnalyzedType type, Action<Diagnostic> report)
    {
        foreach (var method in type.Methods)
        {
            var names = Words.Setting(type.Options, method.Symbol, Setting);
            if (names.Length == 0)
                continue;
            foreach (var read in KeyRead.Of(method))
            {
                if (read.Type.BasesOf().Concat(read.Type.AllInterfaces).Any(known => names.Contains(known.FullName())))
                    report(Diagnostic.Create(Rules.ServiceInKey, read.Location, read.Name, read.Type.Short()));
            }
        }
    }
}
