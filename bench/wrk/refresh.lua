-- Each answer's refresh token is used for a later request, once.
dofile(os.getenv("BENCH_LUA") .. "/common.lua")

local client = os.getenv("BENCH_CLIENT")
local tokens = bench.queue(bench.lines("refresh"))

function request()
  return bench.post("/token", "grant_type=refresh_token&refresh_token=" .. (tokens.pop() or "none-left"), client)
end

function response(status, headers, body)
  local access = status == 200 and body:match('"access_token":"([^"]+)"')
  local refresh = access and body:match('"refresh_token":"([^"]+)"')
  if refresh then
    tokens.push(refresh)
    bench.token(access)
  else
    bench.wrong(status, body)
  end
end
