-- A token for a machine: POST /token, grant_type=client_credentials.
dofile(os.getenv("BENCH_LUA") .. "/common.lua")

local ask

function init()
  ask = bench.post("/token", "grant_type=client_credentials", os.getenv("BENCH_CLIENT"))
end

function request() return ask end

function response(status, headers, body)
  local token = status == 200 and body:match('"access_token":"([^"]+)"')
  if token then bench.token(token) else bench.wrong(status, body) end
end
