using System.Security.Cryptography;
using System.Text;

namespace CacheGen.SourceGenerator.Declarations;

/// <summary>Hashes that stand for what they are of: two that are equal by chance would be a wrong program, so they are long ones.</summary>
internal static class Digest
{
    public static string Of(string text)
    {
        using var sha = SHA256.Create();
        return Convert.ToBase64String(sha.ComputeHash(Encoding.UTF8.GetBytes(text)));
    }
}
