namespace Dj.Hosting;

/// <summary>Where preferences are kept.</summary>
internal static class PreferenceFolder
{
    /// <summary>In the folder that the system has for what programs keep of their users.</summary>
    public static string Default { get; } = Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify),
        "cachegen-dj-sample");
}
