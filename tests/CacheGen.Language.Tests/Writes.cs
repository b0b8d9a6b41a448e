using Xunit;

namespace CacheGen.Language.Tests;

public sealed record Book(int Id, int AuthorId, string Title);

/// <summary>A library's catalogue: what is read is cached, and what is written says what that changes.</summary>
[CachePrefix("library")]
public sealed partial class Library(MethodCache cache)
{
    private readonly Dictionary<int, Book> _books = [];

    public int Reads { get; private set; }

    [Cached(Key = "book:{id}", MissTtl = "1m")]
    public partial Task<Book?> GetBookAsync(int id);

    [Cached(Key = "by:{authorId}", Tags = new[] { "author:{authorId}" })]
    public partial Task<IReadOnlyList<Book>> GetBooksByAsync(int authorId);

    [Updates(nameof(GetBookAsync), With = "id=result.Id")]
    [Invalidates(Tags = new[] { "author:{book.AuthorId}" })]
    [Invalidates(typeof(Shelves), nameof(Shelves.CountAsync))]
    public partial Task<Book> SaveAsync(Book book);

    [Invalidates(nameof(GetBookAsync), With = "id=book.Id", Source = nameof(RemoveAsync))]
    public partial Task ForgetAsync(Book book);

    [Updates(typeof(Shelves), nameof(Shelves.CountAsync), Source = nameof(TakeStock))]
    public partial Task<int> TakeStockAsync();

    private Task<Book?> GetBookCoreAsync(int id)
    {
        Reads++;
        return Task.FromResult(_books.GetValueOrDefault(id));
    }

    private Task<IReadOnlyList<Book>> GetBooksByCoreAsync(int authorId)
    {
        Reads++;
        return Task.FromResult<IReadOnlyList<Book>>([.. _books.Values.Where(book => book.AuthorId == authorId)]);
    }

    private Task<Book> SaveCoreAsync(Book book)
    {
        // The database numbers them.
        var saved = book with { Id = _books.Count + 1 };
        _books.Add(saved.Id, saved);
        return Task.FromResult(saved);
    }

    private Task RemoveAsync(Book book)
    {
        _books.Remove(book.Id);
        return Task.CompletedTask;
    }

    private int TakeStock() => _books.Count;
}

/// <summary>Another service on the same books.</summary>
public sealed partial class Shelves(MethodCache cache)
{
    public int Counts { get; private set; }

    [Cached]
    public partial Task<int> CountAsync();

    private Task<int> CountCoreAsync() => Task.FromResult(++Counts);
}

public sealed class WriteTests
{
    private readonly MethodCache _cache = MethodCache.CreateInProcess();
    private readonly Library _library;
    private readonly Shelves _shelves;

    public WriteTests() => (_library, _shelves) = (new Library(_cache), new Shelves(_cache));

    [Fact]
    public async Task SavedBook_IsThereAtOnce_AndInItsAuthorsList()
    {
        Assert.Null(await _library.GetBookAsync(1));
        Assert.Empty(await _library.GetBooksByAsync(7));
        Assert.Equal(1, await _shelves.CountAsync());

        var book = await _library.SaveAsync(new Book(0, 7, "Ulysses"));

        Assert.Same(book, await _library.GetBookAsync(1));
        Assert.Equal([book], await _library.GetBooksByAsync(7));
        Assert.Equal(2, await _shelves.CountAsync());
        Assert.Equal(3, _library.Reads);
    }

    [Fact]
    public async Task StockThatWasTaken_IsWhatTheShelvesSay()
    {
        await _library.SaveAsync(new Book(0, 7, "Ulysses"));
        Assert.Equal(1, await _library.TakeStockAsync());
        Assert.Equal(1, await _shelves.CountAsync());
        Assert.Equal(0, _shelves.Counts);
    }

    [Fact]
    public async Task ForgottenBook_IsGone()
    {
        var book = await _library.SaveAsync(new Book(0, 7, "Ulysses"));
        await _library.ForgetAsync(book);
        Assert.Null(await _library.GetBookAsync(book.Id));
    }

    [Fact]
    public async Task WhatATransactionChanges_IsForgottenWhenItIsCommitted()
    {
        var book = await _library.SaveAsync(new Book(0, 7, "Ulysses"));
        await using (_cache.BeginInvalidationScope())
            await _library.ForgetAsync(book);
        Assert.Same(book, await _library.GetBookAsync(book.Id));

        await using (var transaction = _cache.BeginInvalidationScope())
        {
            await _library.ForgetAsync(book);
            Assert.Same(book, await _library.GetBookAsync(book.Id));
            await transaction.CompleteAsync();
        }

        Assert.Null(await _library.GetBookAsync(book.Id));
    }
}
