# Caches in memory. What comes out is what was put in, not the key that it lies
# under.

package "github.com/patrickmn/go-cache" {
  flows = [
    "cache.{Set,SetDefault,Add,Replace}: 1 -> recv", "Cache.{Set,SetDefault,Add,Replace}: 1 -> recv",
    "cache.{Get,GetWithExpiration,Items}: recv -> 0", "Cache.{Get,GetWithExpiration,Items}: recv -> 0",
  ]
  clean = ["{New,NewFrom}", "{cache,Cache}.{Delete,DeleteExpired,Flush,ItemCount,OnEvicted}"]
}

package "github.com/hashicorp/golang-lru" {
  flows = ["Cache.{Add,ContainsOrAdd,PeekOrAdd}: 1 -> recv", "Cache.{Get,Peek}: recv -> 0", "Cache.{Keys,Values}: recv -> 0"]
  clean = ["{New,NewWithEvict,New2Q,NewARC}", "Cache.{Contains,Len,Purge,Remove,RemoveOldest,Resize}"]
}

package "github.com/dgraph-io/ristretto" {
  flows = ["Cache.{Set,SetWithTTL}: 1 -> recv", "Cache.Get: recv -> 0"]
  clean = ["NewCache", "Cache.{Clear,Close,Del,Wait}"]
}

package "github.com/allegro/bigcache" {
  flows = ["BigCache.{Set,Append}: 1 -> recv", "BigCache.{Get,GetWithInfo}: recv -> 0"]
  clean = ["{New,NewBigCache,DefaultConfig}", "BigCache.{Delete,Len,Reset,Close,Capacity,Stats}"]
}
